/** Hands a text to the reader as a file. */
export function saveText(name: string, text: string, type = 'text/plain;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(address);
}

/** One line of CSV; values are quoted, and ids of many digits are kept as text by spreadsheet programs (a leading tab). */
export function csvLine(values: readonly (string | number)[]): string {
  return values
    .map((value) => {
      const text = String(value);
      return `"${(/^\d{12,}$/.test(text) ? `\t${text}` : harmless(text)).replaceAll('"', '""')}"`;
    })
    .join(',');
}

/** A text that a spreadsheet would run as a formula is led by an apostrophe. */
function harmless(text: string): string {
  return /^[=+@-]/.test(text) ? `'${text}` : text;
}
