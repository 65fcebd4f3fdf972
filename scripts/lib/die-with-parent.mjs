// SPDX-License-Identifier: Apache-2.0
// Preloaded into children that know nothing of us: they end when the process that started them is gone.
process.on('disconnect', () => process.exit(0));
