/** The number of a request, or one that nothing has: whatever is asked for is looked up, and found or not. */
export function readRequestId(typed: string): string {
  const id = typed.trim().toLowerCase();
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? id
    : '00000000-0000-0000-0000-000000000000';
}
