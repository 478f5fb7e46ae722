using System.Security.Cryptography;
using System.Text;
using Todoku.Relay.Queue;

namespace Todoku.Storage.Sqlite;

/// <summary>What a submitter and its idempotency key are remembered by: SHA-256, so that keys of any content take the same small room.</summary>
internal static class TokenHash
{
    /// <summary>The hash; null for a message without a key.</summary>
    public static byte[]? Of(QueuedEnvelope envelope) =>
        envelope.IdempotencyKey is { } key ? SHA256.HashData(Encoding.UTF8.GetBytes($"{(int)envelope.SubmitterKind}\0{envelope.Submitter}\0{key}")) : null;
}
