/** posts: one line a post of the log. A repost has `repost_of` and no text of its own. */
import { saidEmpty, type Table } from '../field';
import type { PostLine } from '../lines';
import { postRecord } from '../whole-log';

export const postTable: Table<PostLine> = {
  name: 'posts',
  about: 'Posts as they were loaded, each once.',
  key: ['id'],
  fields: [
    { name: 'id', type: 'id', about: 'Id of the post.', value: ({ post }) => post.id },
    { name: 'author_id', type: 'id', about: 'Id of its author.', value: ({ post }) => post.authorId },
    {
      name: 'author_handle',
      type: 'text',
      about: 'Handle of its author now.',
      value: ({ authorHandle }) => authorHandle,
    },
    { name: 'created_at', type: 'time', about: 'When it was posted.', value: ({ post }) => post.createdAtMs },
    { name: 'text', type: 'text', about: 'As written, in full, never translated.', value: ({ post }) => post.text },
    { name: 'lang', type: 'text', about: 'Language as the site says.', value: ({ post }) => post.lang },
    { name: 'client', type: 'text', about: 'Name of the app that sent it.', value: ({ post }) => post.client },
    {
      name: 'conversation_id',
      type: 'id',
      about: 'First post of its thread.',
      value: ({ post }) => post.conversationId,
    },
    { name: 'reply_to_post', type: 'id', about: 'The post it answers.', value: ({ post }) => post.replyTo?.postId },
    { name: 'reply_to_account', type: 'id', about: 'Whom it answers.', value: ({ post }) => post.replyTo?.accountId },
    { name: 'quote_of', type: 'id', about: 'The post it quotes.', value: ({ post }) => post.quoteOf },
    { name: 'repost_of', type: 'id', about: 'The post it reposts.', value: ({ post }) => post.repostOf },
    { name: 'links', type: 'list', about: 'Expanded addresses, media left out.', value: ({ post }) => post.links },
    { name: 'hashtags', type: 'list', about: 'Hashtags without #.', value: ({ post }) => post.hashtags },
    { name: 'mentions', type: 'list', about: 'Handles it mentions, without @.', value: ({ post }) => post.mentions },
    {
      name: 'pages',
      type: 'list',
      join: '; ',
      about: 'Pages on which it was loaded, e.g. hashtag:egypt.',
      value: ({ post }) => post.pages,
    },
    {
      name: 'said_empty',
      type: 'list',
      about: 'Fields in which the site said that there is none; other empty cells are unknown.',
      value: ({ post: { text: _text, ...post } }) => saidEmpty(postRecord({ text: ' ', ...post })),
    },
  ],
};
