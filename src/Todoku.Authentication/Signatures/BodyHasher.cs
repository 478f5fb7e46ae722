namespace Todoku.Authentication.Signatures;

/// <summary>
/// Hashes a body in canonical form while it goes by, in pieces cut at any place (RFC 6376, sections 3.4.3, 3.4.4 and 3.7). It holds one small buffer, whatever
/// the body's length, and gives the hash that the whole body would have given.
/// </summary>
/// <remarks>
/// What stands at the end of a piece may still turn out to be the end of the body, or of a line: blanks and line ends are counted, not written, until an octet
/// of another kind follows.
/// </remarks>
/// <param name="form">The canonical form.</param>
public sealed class BodyHasher(Canonicalization form) : IDisposable
{
    // Pieces from a network are a few kilobytes; thousands of bodies may be on their way at a time.
    private const int BufferLength = 4096;

    private static readonly byte[] LineEnds = [.. Enumerable.Range(0, 512).Select(i => i % 2 == 0 ? (byte)'\r' : (byte)'\n')];

    private readonly HashWriter _hash = new(bufferLength: BufferLength);
    private long _lineEnds;
    private bool _hasBlank;
    private bool _hasCarriageReturn;
    private bool _hasText;

    /// <summary>The canonical form.</summary>
    public Canonicalization Form => form;

    /// <summary>Takes the next octets; lines end in CRLF.</summary>
    public void Append(ReadOnlySpan<byte> octets)
    {
        if (octets.IsEmpty) return;
        if (_hasCarriageReturn)
        {
            _hasCarriageReturn = false;
            if (octets[0] == '\n')
            {
                AddLineEnd();
                octets = octets[1..];
            }
            else
            {
                WriteHeld();
                _hash.Write((byte)'\r');
            }
        }
        // text = held-back beginning, text proper, held-back end
        var end = TextEnd(octets);
        if (end > 0)
        {
            var start = TextStart(octets);
            Hold(octets[..start]);
            WriteHeld();
            if (form == Canonicalization.Simple) _hash.Write(octets[start..end]);
            else BodyCanonicalizer.WriteReduced(octets[start..end], _hash);
        }
        Hold(octets[end..]);
    }

    /// <summary>The hash of all that came: 32 octets of SHA-256. To be asked once, at the end.</summary>
    public byte[] Finish()
    {
        if (_hasCarriageReturn)
        {
            WriteHeld();
            _hash.Write((byte)'\r');
            _hasCarriageReturn = false;
        }
        // Under simple an empty body is one CRLF; under relaxed it is empty.
        if (form == Canonicalization.Simple || _hasText) _hash.Write("\r\n"u8);
        return _hash.Current();
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    // Behind the last octet that is neither a line end nor, under relaxed, a blank; a CR at the very end may be half a line end.
    private int TextEnd(ReadOnlySpan<byte> octets)
    {
        var end = octets.Length;
        if (end > 0 && octets[end - 1] == '\r') end--;
        while (end > 0)
        {
            if (IsBlank(octets[end - 1])) end--;
            else if (end > 1 && octets[end - 1] == '\n' && octets[end - 2] == '\r') end -= 2;
            else break;
        }
        return end;
    }

    // There is text: the loop ends.
    private int TextStart(ReadOnlySpan<byte> octets)
    {
        var start = 0;
        while (true)
        {
            if (IsBlank(octets[start])) start++;
            else if (octets[start] == '\r' && octets[start + 1] == '\n') start += 2;
            else return start;
        }
    }

    private bool IsBlank(byte octet) => form == Canonicalization.Relaxed && octet is (byte)' ' or (byte)'\t';

    private void Hold(ReadOnlySpan<byte> octets)
    {
        for (var at = 0; at < octets.Length; at++)
        {
            if (octets[at] is (byte)' ' or (byte)'\t') _hasBlank = true;
            else if (at + 1 < octets.Length)
            {
                AddLineEnd();
                at++;
            }
            else _hasCarriageReturn = true;
        }
    }

    private void AddLineEnd()
    {
        _lineEnds++;
        _hasBlank = false;
    }

    private void WriteHeld()
    {
        for (; _lineEnds > 0;)
        {
            var count = (int)Math.Min(_lineEnds, LineEnds.Length / 2);
            _hash.Write(LineEnds.AsSpan(0, 2 * count));
            _lineEnds -= count;
        }
        if (_hasBlank) _hash.Write((byte)' ');
        _hasBlank = false;
        _hasText = true;
    }
}
