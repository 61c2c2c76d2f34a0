import { z } from 'zod';

/** Codes inside a specification file: lower case, digits, hyphens. */
export const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '英小文字・数字・ハイフンで書いてください。');

/** The number of a clause as the specification writes it: `9(1)イ(ア)-p2`. */
export const clause = z.string().min(1);
