/** Says what it was given and where it runs; `spin` never comes back. */
export function run(input: { readonly say: string; readonly spin?: boolean }): Promise<string> | string {
  while (input.spin === true);
  if (input.say === '') throw new Error('nothing to say');
  return `${input.say} ${[...new Map([['a', 1]]).keys()].join('')}`;
}
