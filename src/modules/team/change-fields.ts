/** Fields of a change request, as the specification words them, and the inputs that show them. Browser-safe. */

/** Which input shows a field that the specification names; everything without an input of its own is a particular. */
export const inputFor = (field: string): 'reason' | 'qualification' | 'career' | 'particulars' => {
  if (field.includes('理由')) return 'reason';
  if (field.includes('資格')) return 'qualification';
  return field.includes('経歴') ? 'career' : 'particulars';
};
