/** The head that papers of the contractor to the city share, whatever they are about. */
import type { DocumentParticulars } from './model/document.ts';

/** The parties of a paper, as far as its head names them. */
export interface Parties {
  readonly municipality: string;
  readonly client: { readonly department: string };
  readonly contractor: string;
  /** 取扱区分, where the specification has one. */
  readonly marking: string | null;
}

/** Addressee, sender and marking of a paper that goes from the contractor to the city. */
export const toTheCity = ({
  municipality,
  client,
  contractor,
  marking,
}: Parties): Pick<DocumentParticulars, 'addressee' | 'sender' | 'marking'> => ({
  addressee: [municipality, `${client.department}　御中`],
  sender: contractor,
  ...(marking === null ? {} : { marking }),
});
