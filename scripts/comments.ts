import ts from 'typescript';

/** The source with every comment blanked, newlines kept, so that positions and lines stay true. */
export function withoutComments(source: string, path = 'source.tsx'): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const ranges = new Map<number, number>();
  const note = (range: ts.CommentRange) => ranges.set(range.pos, range.end);
  const visit = (node: ts.Node): void => {
    // Text between tags is not code: what looks like a comment there is read by people.
    if (node.kind === ts.SyntaxKind.JsxText) return;
    ts.getLeadingCommentRanges(source, node.getFullStart())?.forEach(note);
    ts.getTrailingCommentRanges(source, node.getEnd())?.forEach(note);
    for (const child of node.getChildren(file)) visit(child);
  };
  visit(file);
  let blanked = source;
  for (const [from, to] of ranges)
    blanked = blanked.slice(0, from) + source.slice(from, to).replace(/[^\n]/g, ' ') + blanked.slice(to);
  return blanked;
}
