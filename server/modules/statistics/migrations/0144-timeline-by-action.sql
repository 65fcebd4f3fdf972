-- SPDX-License-Identifier: Apache-2.0
-- What happened in a period, by kind of act: for indicators.
create index file_timeline_by_action on file_timeline (action, at, file_id);
