using System.Text;
using Todoku.Knowledge;
using Todoku.Mail;

namespace Todoku.Diagnosis.Checks.Selectors;

/// <summary>
/// Takes DKIM selectors out of logs: what the signer of this host (OpenDKIM, rspamd, amavis) logged for a message that went out, and what receivers
/// print of the signature in their replies (<c>header.d=example.com header.s=s1</c>).
/// </summary>
/// <param name="knowledge">Reads what replies print.</param>
public sealed class SelectorLog(KnowledgeBase knowledge) : IDeliveryObserver
{
    // A reply that says nothing of DKIM names no selector; of many with different words not all need be read.
    private const int MaxReplies = 2_000;

    private int _replies;

    /// <summary>What was found.</summary>
    public SelectorSightings Sightings { get; } = new(SelectorOrigin.Log);

    /// <inheritdoc/>
    public void Attempted(in DeliveryAttempt attempt)
    {
        Sightings.Note(attempt.DkimDomain, attempt.DkimSelector, attempt.UtcTicks);
        if (attempt is not { IsRemoteReply: true, IsEcho: false } || !MayNameSelector(attempt.Reply) || ++_replies > MaxReplies) return;
        string domain = "", selector = "";
        foreach (var (name, value) in knowledge.ExtractValues(attempt.Reply, default))
        {
            if (name == ReplyValueNames.DkimDomain) domain = value;
            else if (name == ReplyValueNames.DkimSelector) selector = value;
        }
        Sightings.Note(Encoding.UTF8.GetBytes(domain), Encoding.UTF8.GetBytes(selector), attempt.UtcTicks);
    }

    /// <inheritdoc/>
    public void Queued(in QueuedMessage message)
    {
    }

    /// <inheritdoc/>
    public void Removed(long utcTicks, ReadOnlySpan<byte> host)
    {
    }

    /// <inheritdoc/>
    public void ConnectionFailed(in ConnectionFailure failure)
    {
    }

    /// <inheritdoc/>
    public void SigningFailed(in SigningFailure failure)
    {
    }

    /// <inheritdoc/>
    public void Ended(ulong messageKey)
    {
    }

    /// <inheritdoc/>
    public void Warned(in ServerWarning warning)
    {
    }

    private static bool MayNameSelector(ReadOnlySpan<byte> reply) =>
        reply.IndexOf("header.s="u8) >= 0 || reply.IndexOf(" s="u8) >= 0 || reply.IndexOf("elector"u8) >= 0;
}
