// What one process is asked to measure, and what it says: a peer with a number of entries.
import { z } from 'zod';
import { PEER_NAMES } from '../peers/peers.ts';

export const taskSchema = z.strictObject({
  peer: z.enum(PEER_NAMES),
  size: z.int().positive(),
  /** Where labelled cases are; without it, how often a peer is right is not asked. */
  cases: z.string().optional(),
  /** How long it may be asked about each file of cases. */
  casesMs: z.number(),
});

const timing = z.strictObject({ medianMicros: z.number(), p99Micros: z.number(), rounds: z.number() });

const accuracySchema = z.strictObject({
  errors: z.number(),
  quiet: z.number(),
  top1: z.number(),
  top3: z.number(),
  /** Right entries first among the messages about which it is surer than about all but one in a hundred quiet ones; absent with fewer. */
  recallAtOnePercent: z.number().optional(),
});

export const measuredSchema = z.strictObject({
  indexMs: z.number(),
  indexMb: z.number(),
  all: timing,
  logs: timing,
  talk: timing,
  accuracy: accuracySchema.optional(),
});

export type Task = z.infer<typeof taskSchema>;
export type Accuracy = z.infer<typeof accuracySchema>;
export type Measured = z.infer<typeof measuredSchema>;
