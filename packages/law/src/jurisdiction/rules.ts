// SPDX-License-Identifier: Apache-2.0
import type { VenueRule } from './model.ts';
import { complaintVenues } from './venue-complaint.ts';
import { penaltyVenues } from './venue-penalty.ts';
import { reportVenues } from './venue-report.ts';

/** Every venue rule; for each kind and group the periods meet without gap or overlap. */
export const venueRules: readonly VenueRule[] = [...complaintVenues, ...reportVenues, ...penaltyVenues];
