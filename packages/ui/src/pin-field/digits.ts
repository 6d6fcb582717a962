/** The digits in what was typed or pasted, at most `length`: "418 027" is 418027. */
export function digitsOf(text: string, length: number): string {
  return text.replace(/[^0-9]/g, '').slice(0, length)
}
