import type { Bounds, Diagram, PlacedFlow, Point } from './diagram.ts';

/** What is wrong with a diagram, in words; nothing where it keeps every rule. */
export function diagramFaults(diagram: Diagram): readonly string[] {
  return [
    ...laneFaults(diagram),
    ...diagram.flows.flatMap((flow) => lineFaults(diagram, flow)),
    ...diagram.papers.flatMap(({ paper, line }) =>
      shapesOf(diagram)
        .filter(({ id }) => id !== paper.id && id !== paper.of)
        .filter((shape) => runsThrough(line, shape))
        .map(({ id }) => `${paper.id} runs through ${id}`),
    ),
    ...overlaps(diagram),
    ...shapesOf(diagram).flatMap((one, place, all) =>
      all
        .slice(place + 1)
        .filter((other) => meet(one, other))
        .map((other) => `${one.id} lies on ${other.id}`),
    ),
  ];
}

interface Shape extends Bounds {
  readonly id: string;
  readonly lane: number;
}

function shapesOf({ nodes, papers }: Diagram): readonly Shape[] {
  return [
    ...nodes.map((one) => ({ ...bare(one), id: one.node.id, lane: one.node.lane })),
    ...papers.map((one) => ({ ...bare(one), id: one.paper.id, lane: one.paper.lane })),
  ];
}

function bare({ x, y, width, height }: Bounds): Bounds {
  return { x, y, width, height };
}

function laneFaults(diagram: Diagram): readonly string[] {
  const { pool, lanes, nodes, papers } = diagram;
  const labels = [...nodes, ...papers].flatMap((one) => {
    const { id, lane } = 'node' in one ? one.node : one.paper;
    return one.label === null ? [] : [{ ...one.label, id: `the name of ${id}`, lane }];
  });
  const outside = [...shapesOf(diagram), ...labels].filter(({ lane, ...shape }) => {
    const place = lanes[lane];
    return place === undefined || !contains({ ...place, x: place.x + 30 }, shape);
  });
  const stacked = lanes.filter((lane, place) => {
    const before = lanes[place - 1];
    return lane.y !== (before === undefined ? pool.y : before.y + before.height) || !contains(pool, lane);
  });
  return [
    ...outside.map(({ id }) => `${id} is not in its lane`),
    ...stacked.map(({ lane }) => `${lane.id} is not in its place`),
  ];
}

function lineFaults(diagram: Diagram, { flow, points }: PlacedFlow): readonly string[] {
  const shapes = shapesOf(diagram);
  const [from, to] = [flow.from, flow.to].map((id) => shapes.find((shape) => shape.id === id));
  const [start, end] = [points[0], points.at(-1)];
  if (from === undefined || to === undefined || start === undefined || end === undefined)
    return [`${flow.id} hangs`];
  const crooked = points.slice(1).some((point, place) => {
    const before = points[place] ?? point;
    return before[0] !== point[0] && before[1] !== point[1];
  });
  const through = shapes
    .filter(({ id }) => id !== flow.from && id !== flow.to)
    .filter((shape) => runsThrough(points, shape));
  const inside = points.filter(
    (point) => !contains(diagram.pool, { x: point[0], y: point[1], width: 0, height: 0 }),
  );
  return [
    ...(crooked ? [`${flow.id} is not square`] : []),
    ...(touches(from, start) && touches(to, end) ? [] : [`${flow.id} does not reach its ends`]),
    ...(inside.length > 0 ? [`${flow.id} leaves the pool`] : []),
    ...through.map(({ id }) => `${flow.id} runs through ${id}`),
  ];
}

/** Lines that lie on each other must begin or end at the same node: there they part or meet. */
function overlaps({ flows }: Diagram): readonly string[] {
  return flows.flatMap((one, place) =>
    flows
      .slice(place + 1)
      .filter(({ flow }) => flow.from !== one.flow.from && flow.to !== one.flow.to)
      .filter((other) =>
        segments(one.points).some((a) => segments(other.points).some((b) => lieOnEachOther(a, b))),
      )
      .map((other) => `${one.flow.id} lies on ${other.flow.id}`),
  );
}

function segments(points: readonly Point[]): readonly Bounds[] {
  return points.slice(1).map(([x, y], place) => {
    const [fromX, fromY] = points[place] ?? [x, y];
    return {
      x: Math.min(x, fromX),
      y: Math.min(y, fromY),
      width: Math.abs(x - fromX),
      height: Math.abs(y - fromY),
    };
  });
}

function lieOnEachOther(a: Bounds, b: Bounds): boolean {
  const along = (at: Bounds, other: Bounds) =>
    at.height === 0 && other.height === 0 && at.y === other.y && shared(at.x, at.width, other.x, other.width);
  const down = (at: Bounds, other: Bounds) =>
    at.width === 0 && other.width === 0 && at.x === other.x && shared(at.y, at.height, other.y, other.height);
  return along(a, b) || down(a, b);
}

function shared(a: number, aLong: number, b: number, bLong: number): boolean {
  return Math.min(a + aLong, b + bLong) - Math.max(a, b) > 0.01;
}

function runsThrough(points: readonly Point[], shape: Bounds): boolean {
  return segments(points).some((line) => meet(line, shape));
}

function meet(a: Bounds, b: Bounds): boolean {
  const within = 0.01;
  return (
    a.x < b.x + b.width - within &&
    b.x < a.x + a.width - within &&
    a.y < b.y + b.height - within &&
    b.y < a.y + a.height - within
  );
}

function contains(outer: Bounds, inner: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** On the outline, or on the slope of a diamond. */
function touches({ x, y, width, height }: Bounds, [atX, atY]: Point): boolean {
  const [fromX, fromY] = [Math.abs(atX - x - width / 2), Math.abs(atY - y - height / 2)];
  const onBox = fromX === width / 2 ? fromY <= height / 2 : fromY === height / 2 && fromX <= width / 2;
  return onBox || (width === height && fromX + fromY === width / 2);
}
