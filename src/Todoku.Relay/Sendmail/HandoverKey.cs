using System.Security.Cryptography;
using System.Text;
using Todoku.Smtp.Envelopes;

namespace Todoku.Relay.Sendmail;

/// <summary>
/// By what the relay knows a message again that <c>todoku sendmail</c> hands in a second time, because the connection broke before it heard that the relay has it. The command
/// makes a key for each message, says it on the socket and writes it into the spool folder.
/// </summary>
public static class HandoverKey
{
    /// <summary>A key that no other message has.</summary>
    public static string Make() => Guid.NewGuid().ToString("n");

    /// <summary>
    /// The key under which the queue remembers the message. The recipients are part of it: a long list becomes several messages, and when some were put off the first time,
    /// the second time is for others.
    /// </summary>
    /// <param name="key">The key that the command made.</param>
    /// <param name="recipients">The recipients that were accepted, as they were said.</param>
    public static string Of(string key, IEnumerable<EnvelopeRecipient> recipients)
    {
        ArgumentNullException.ThrowIfNull(recipients);
        return $"{key}/{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', recipients.Select(one => one.Mailbox.ToString())))))}";
    }
}
