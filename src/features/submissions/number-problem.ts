/** NIK and KK have sixteen digits, however they were grouped. */
export function numberProblem(typed: string | undefined): string | null {
  return typed === undefined || /^\s*\d(?:[ .-]?\d){15}\s*$/.test(typed) ? null : 'not-a-national-number';
}

export function isPhone(typed: string): boolean {
  const digits = typed.replace(/\D/g, '');
  return digits.length >= 8 && digits.length <= 15 && /^[\d\s+().-]+$/.test(typed.trim());
}
