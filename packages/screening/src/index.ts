// SPDX-License-Identifier: Apache-2.0
export { asListing, type BadLine, type BlockResult, BlockScreener } from './bulk/screen-bytes.ts';
export {
  type CompiledPacks,
  compilePacks,
  isCompiled,
  loadCompiled,
  saveCompiled,
} from './compile/compiled.ts';
export {
  compileEngine,
  type Engine,
  type EngineOptions,
  engineOf,
  LABEL_CONFIDENCE,
  type Learned,
  type RuleInfo,
} from './engine.ts';
export { FOLD_KINDS, type FoldKind } from './fold/fold-kinds.ts';
export { foldText, lightFold } from './fold/fold-text.ts';
export { parsePacks } from './packs/parse-packs.ts';
export { type LabelledListing, type Score, type Scorecard, scoreRules } from './packs/scorecard.ts';
export { type ExampleFault, testRules } from './packs/test-rules.ts';
export { wordsPack } from './packs/words-pack.ts';
export { type FindingContext, featuresOf, type RankedFinding } from './rank/features.ts';
export { ruleWeight } from './rank/rule-weight.ts';
export { ENOUGH_VERDICTS, type JudgedFinding, type RankModel, rankOf, trainRank } from './rank/train-rank.ts';
export * from './types.ts';
export { evaluateVenue, type VenueFinding, type VenueResult } from './venue/evaluate-venue.ts';
export { nameKey, registrable, sameName } from './venue/matches.ts';
export { factsOfExample, isVenuePack, parseVenuePacks } from './venue/parse-venue-packs.ts';
export { testVenueRules } from './venue/test-venue-rules.ts';
export * from './venue/types.ts';
export { type FoundWord, WordFinder } from './word-finder.ts';
