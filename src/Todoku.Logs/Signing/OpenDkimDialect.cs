using Todoku.Logs.Dialects;
using Todoku.Logs.Postfix;

namespace Todoku.Logs.Signing;

/// <summary>
/// OpenDKIM and dkimpy-milter: <c>QUEUEID: DKIM-Signature field added (s=SELECTOR, d=DOMAIN)</c>, and why a message was not signed
/// (<c>no signing table match for 'x'</c>, <c>no signature data</c>, <c>key retrieval failed</c>, unreadable keys: <c>error loading key 'SELECTOR._domainkey.DOMAIN'</c>).
/// </summary>
internal sealed class OpenDkimDialect : ILogDialect
{
    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        daemon = 0;
        instanceLength = 0;
        return program.SequenceEqual("opendkim"u8) || program.SequenceEqual("dkimpy-milter"u8) || program.SequenceEqual("dkim-filter"u8);
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line)
    {
        if (!QueueIdText.TrySplit(line.Text, out var queueId, out var rest))
        {
            if (IsFailure(line.Text)) AddFailure(line, line.Text);
            return LineOutcome.Understood;
        }
        var added = rest.IndexOf("DKIM-Signature field added (s="u8);
        if (added >= 0)
        {
            ReadAdded(line, queueId, rest[(added + "DKIM-Signature field added ("u8.Length)..]);
            return LineOutcome.Understood;
        }
        if (IsFailure(rest)) AddFailure(line, rest);
        return LineOutcome.Understood;
    }

    private static void ReadAdded(in LogLine line, ReadOnlySpan<byte> queueId, ReadOnlySpan<byte> text)
    {
        ref var signed = ref line.Add(LogEventKind.Signed, queueId);
        signed.OtherName = line.Cut(Until(text["s="u8.Length..], ", )"u8));
        var domain = text.IndexOf("d="u8);
        if (domain >= 0) signed.Name = line.Cut(Until(text[(domain + 2)..], ", )"u8));
    }

    // "no signature data" without a signing domain is what a verifier says of unsigned mail that came in: no failure to sign.
    private static bool IsFailure(ReadOnlySpan<byte> text) =>
        text.IndexOf("no signing table match"u8) >= 0
        || text.IndexOf("no signing domain match"u8) >= 0
        || text.IndexOf("no signing keylist"u8) >= 0
        || text.IndexOf("key retrieval failed"u8) >= 0
        || text.IndexOf("can't load key"u8) >= 0
        || text.IndexOf("error loading key"u8) >= 0
        || text.IndexOf("key data is not secure"u8) >= 0
        || text.IndexOf("failed to load"u8) >= 0
        || text.IndexOf("not internal"u8) >= 0
        || text.IndexOf("dkim_eom(): resource unavailable"u8) >= 0;

    private static void AddFailure(in LogLine line, ReadOnlySpan<byte> reason)
    {
        ref var failed = ref line.Add(LogEventKind.SigningFailed);
        failed.Text = line.Cut(reason);
        failed.Address = line.Cut(line.Envelope.Program);
        var quoted = reason.IndexOf((byte)'\'');
        if (quoted >= 0) failed.Name = line.Cut(Until(reason[(quoted + 1)..], "'"u8));
        var selector = reason.IndexOf("s="u8);
        if (selector >= 0) failed.OtherName = line.Cut(Until(reason[(selector + 2)..], ", )"u8));
        var domain = reason.IndexOf("d="u8);
        if (domain >= 0) failed.Name = line.Cut(Until(reason[(domain + 2)..], ", )"u8));
        // The name of a key, SELECTOR._domainkey.DOMAIN, as KeyTable usually has it.
        var key = reason.IndexOf(KeyLabel);
        if (key <= 0) return;
        failed.OtherName = line.Cut(reason[(reason[..key].LastIndexOfAny(" '"u8) + 1)..key]);
        failed.Name = line.Cut(Until(reason[(key + KeyLabel.Length)..], " ':,)"u8));
    }

    private static ReadOnlySpan<byte> KeyLabel => "._domainkey."u8;

    private static ReadOnlySpan<byte> Until(ReadOnlySpan<byte> text, ReadOnlySpan<byte> ends)
    {
        var end = text.IndexOfAny(ends);
        return end < 0 ? text : text[..end];
    }
}
