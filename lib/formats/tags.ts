/**
 * TAGS v6 by Martin Hawksey: the archive sheet as CSV. `created_at` is in UTC and says so; `time` is a date of the sheet, shown in the sheet's
 * own zone, which the file does not name. Where a post's id is whole it tells its time better than either.
 * Source: https://tags.hawksey.info; the sheet's columns, v6.1.
 */
const COLUMNS = {
  id_str: 'postId',
  from_user: 'handle',
  from_user_id_str: 'authorId',
  text: 'text',
  created_at: 'time',
  time: 'wallTime',
  source: 'client',
  in_reply_to_status_id_str: 'replyToPost',
  in_reply_to_user_id_str: 'replyToAccount',
  user_followers_count: 'followers',
  user_friends_count: 'following',
  user_location: 'location',
  profile_image_url: 'avatarUrl',
  status_url: 'url',
} as const;

/** Its columns, as far as this sheet has them. `time` is asked where `created_at` is empty or was taken out. */
export const tagsColumns = (header: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(COLUMNS)
      .filter(([column]) => header.includes(column))
      .map(([column, field]) =>
        column === 'time' && !header.includes('created_at') ? [column, 'time'] : [column, field],
      ),
  );

export const isOfTags = (header: readonly string[]): boolean =>
  ['id_str', 'from_user', 'text'].every((name) => header.includes(name)) &&
  (header.includes('time') || header.includes('entities_str'));
