using Todoku.Logs.Dialects;
using Todoku.Logs.Postfix;

namespace Todoku.Logs.Signing;

/// <summary>
/// Amavis: <c>(id) Passed CLEAN {..}, ... Queue-ID: Q1, Message-ID: &lt;..&gt;, ..., queued_as: Q2, dkim_new=SELECTOR:DOMAIN, 500 ms</c> joins the
/// queue id before the content filter to the one after it, and tells the signature made.
/// </summary>
internal sealed class AmavisDialect : ILogDialect
{
    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        daemon = 0;
        instanceLength = 0;
        return program.SequenceEqual("amavis"u8) || program.SequenceEqual("amavisd"u8) || program.SequenceEqual("amavisd-new"u8);
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line)
    {
        var text = line.Text;
        var before = ValueOf(text, "Queue-ID: "u8);
        var after = ValueOf(text, "queued_as: "u8);
        if (!QueueIdText.IsId(before)) return LineOutcome.Understood;
        var isQueued = QueueIdText.IsId(after);
        if (isQueued)
        {
            ref var continued = ref line.Add(LogEventKind.Continued, before);
            continued.OtherKey = line.KeyOf(after);
        }
        var signature = ValueOf(text, "dkim_new="u8);
        var colon = signature.IndexOf((byte)':');
        if (colon <= 0) return LineOutcome.Understood;
        Sign(line, before, signature, colon);
        // The two may have been joined before this line, by their Message-ID.
        if (isQueued) Sign(line, after, signature, colon);
        return LineOutcome.Understood;
    }

    private static void Sign(in LogLine line, ReadOnlySpan<byte> queueId, ReadOnlySpan<byte> signature, int colon)
    {
        ref var signed = ref line.Add(LogEventKind.Signed, queueId);
        signed.OtherName = line.Cut(signature[..colon]);
        signed.Name = line.Cut(signature[(colon + 1)..]);
    }

    private static ReadOnlySpan<byte> ValueOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key)
    {
        var at = text.IndexOf(key);
        if (at < 0) return default;
        var value = text[(at + key.Length)..];
        var end = value.IndexOfAny((byte)',', (byte)'/', (byte)' ');
        return end < 0 ? value : value[..end];
    }
}
