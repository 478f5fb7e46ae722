using Todoku.Logs.Dialects;
using Todoku.Logs.Postfix;

namespace Todoku.Logs.Signing;

/// <summary>
/// Rspamd: its task line names the queue id and, for mail it signed, the symbol <c>DKIM_SIGNED(0.00){DOMAIN:s=SELECTOR;}</c>; its signing
/// module says why it did not sign.
/// </summary>
internal sealed class RspamdDialect : ILogDialect
{
    /// <inheritdoc/>
    public bool Claims(ReadOnlySpan<byte> program, out int daemon, out int instanceLength)
    {
        daemon = 0;
        instanceLength = 0;
        return program.SequenceEqual("rspamd"u8);
    }

    /// <inheritdoc/>
    public LineOutcome Read(in LogLine line)
    {
        var text = line.Text;
        var signed = text.IndexOf("DKIM_SIGNED("u8);
        var id = text.IndexOf("qid: <"u8);
        if (signed >= 0 && id >= 0) ReadSigned(line, text[(id + "qid: <"u8.Length)..], text[signed..]);
        else if (text.IndexOf("dkim_sign"u8) >= 0 && IsFailure(text)) AddFailure(line, text);
        return LineOutcome.Understood;
    }

    private static void ReadSigned(in LogLine line, ReadOnlySpan<byte> idText, ReadOnlySpan<byte> symbol)
    {
        var idEnd = idText.IndexOf((byte)'>');
        if (idEnd < 0 || !QueueIdText.IsId(idText[..idEnd])) return;
        var open = symbol.IndexOf((byte)'{');
        var selector = symbol.IndexOf(":s="u8);
        if (open < 0 || selector < open) return;
        ref var added = ref line.Add(LogEventKind.Signed, idText[..idEnd]);
        added.Name = line.Cut(symbol[(open + 1)..selector]);
        var rest = symbol[(selector + ":s="u8.Length)..];
        var end = rest.IndexOfAny((byte)';', (byte)'}', (byte)',');
        added.OtherName = line.Cut(end < 0 ? rest : rest[..end]);
    }

    private static bool IsFailure(ReadOnlySpan<byte> text) =>
        text.IndexOf("cannot load"u8) >= 0 || text.IndexOf("cannot read"u8) >= 0 || text.IndexOf("invalid key"u8) >= 0 || text.IndexOf("no key"u8) >= 0
        || text.IndexOf("not found"u8) >= 0 || text.IndexOf("failed"u8) >= 0;

    private static void AddFailure(in LogLine line, ReadOnlySpan<byte> text)
    {
        ref var failed = ref line.Add(LogEventKind.SigningFailed);
        failed.Text = line.Cut(text);
        failed.Address = line.Cut(line.Envelope.Program);
    }
}
