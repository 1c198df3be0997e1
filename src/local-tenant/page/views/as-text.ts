/** What was typed; a file is nothing. */
export const asText = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');
