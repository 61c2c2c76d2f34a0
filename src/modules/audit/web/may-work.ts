/** Who writes at an audit: the contractor, or where the programme says so the city's own auditors. */
export const mayWork = (can: (permission: string) => boolean, programme: { readonly conductedBy: string }): boolean =>
  can(programme.conductedBy === 'city-auditors' ? 'audit.fieldwork' : 'audit.work');
