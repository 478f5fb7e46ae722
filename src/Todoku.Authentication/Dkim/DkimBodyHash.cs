using System.Buffers;
using Todoku.Authentication.Signatures;

namespace Todoku.Authentication.Dkim;

/// <summary>Takes the hash of a body that goes by in pieces (RFC 6376, section 3.4). Keeps no more of it than the line that is not complete.</summary>
/// <param name="form">The canonical form.</param>
public sealed class DkimBodyHash(Canonicalization form) : IDisposable
{
    private readonly HashWriter _hash = new();
    private readonly ArrayBufferWriter<byte> _line = new(256);
    private long _emptyLines;
    private bool _hasContent;

    /// <summary>Takes the next octets.</summary>
    public void Append(ReadOnlySpan<byte> octets)
    {
        // A CR at the end of one piece and the LF at the beginning of the next end a line too.
        if (_line.WrittenCount > 0)
        {
            var isSplit = _line.WrittenSpan[^1] == '\r' && octets.StartsWith("\n"u8);
            var end = isSplit ? 1 : octets.IndexOf("\r\n"u8) is var at and >= 0 ? at + 2 : -1;
            _line.Write(end < 0 ? octets : octets[..end]);
            if (end < 0) return;
            WriteLines(_line.WrittenSpan);
            _line.ResetWrittenCount();
            octets = octets[end..];
        }
        var last = octets.LastIndexOf("\r\n"u8);
        if (last >= 0)
        {
            WriteLines(octets[..(last + 2)]);
            octets = octets[(last + 2)..];
        }
        _line.Write(octets);
    }

    /// <summary>The hash, SHA-256. Called once, after the last octet.</summary>
    public byte[] Finish()
    {
        if (_line.WrittenCount > 0) WriteLines(_line.WrittenSpan);
        // An empty body is one CRLF in the simple form, nothing in the relaxed one.
        if (!_hasContent && form == Canonicalization.Simple) _hash.Write("\r\n"u8);
        return _hash.Current();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    // Empty lines count only when something follows them.
    private void WriteLines(ReadOnlySpan<byte> lines)
    {
        var content = BodyCanonicalizer.TrimEmptyLines(lines, form);
        var ends = lines[content.Length..].Count("\r\n"u8);
        if (content.IsEmpty)
        {
            _emptyLines += ends;
            return;
        }
        for (; _emptyLines > 0; _emptyLines--) _hash.Write("\r\n"u8);
        BodyCanonicalizer.Write(content, form, _hash);
        _hasContent = true;
        _emptyLines = Math.Max(0, ends - 1);
    }
}
