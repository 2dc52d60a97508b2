/**
 * CooRTweet's columns (cran.r-project.org/package=CooRTweet, `detect_groups`): who shared which object when. Read with
 * `data.table::fread(file, colClasses = "character")` and make `timestamp_share` a number.
 *
 * object_id: what was shared: the group of near-same texts, a link, a hashtag, or the post that was reposted · account_id: who ·
 * content_id: the post · timestamp_share: when, in whole seconds since 1970, UTC.
 */
import type { Table } from './field';

export const shareObjects = ['texts', 'links', 'hashtags', 'reposts'] as const;
/** What counts as shared. */
export type ShareObject = (typeof shareObjects)[number];

export interface ShareLine {
  readonly object: string;
  readonly accountId: string;
  readonly postId: string;
  readonly atMs: number;
}

export const shareTable: Table<ShareLine> = {
  name: 'coortweet',
  about: 'Who shared which object when, for CooRTweet.',
  fields: [
    { name: 'object_id', type: 'id', about: 'What was shared.', value: ({ object }) => object },
    { name: 'account_id', type: 'id', about: 'Who shared it.', value: ({ accountId }) => accountId },
    { name: 'content_id', type: 'id', about: 'The post.', value: ({ postId }) => postId },
    {
      name: 'timestamp_share',
      type: 'count',
      about: 'When, in seconds since 1970, UTC.',
      value: ({ atMs }) => Math.floor(atMs / 1000),
    },
  ],
};
