/**
 * Gives out ids that XML takes (NCName) and that stand once in a file: everything but letters, digits and hyphens
 * becomes a low line, and what is taken already gets a number. The same calls give the same ids.
 */
export function xmlNames(): (kind: string, ...parts: readonly string[]) => string {
  const taken = new Set<string>();
  return (kind, ...parts) => {
    const wanted = [kind, ...parts.map((part) => part.replace(/[^A-Za-z0-9-]/gu, '_'))].join('_');
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}.${count}`;
    taken.add(name);
    return name;
  };
}
