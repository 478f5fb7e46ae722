using Todoku.Mail.Messages;

namespace Todoku.Authentication.Signatures;

/// <summary>
/// Finds the fields that a signature covers (RFC 6376, section 5.4.2): for each name in its list the last field of that name which
/// has not been taken yet; a name without one stands for nothing.
/// </summary>
internal sealed class HeaderIndex
{
    private const int Buckets = 64;

    private readonly MessageHeaders _headers;
    private readonly int[] _last = new int[Buckets];
    private readonly int[] _previous;
    private readonly int[] _takenBy;
    private int _round;

    public HeaderIndex(MessageHeaders headers)
    {
        _headers = headers;
        _previous = new int[headers.Fields.Count];
        _takenBy = new int[headers.Fields.Count];
        Array.Fill(_last, -1);
        for (var i = 0; i < headers.Fields.Count; i++)
        {
            if (headers.Fields[i].IsMalformed) continue;
            var bucket = Bucket(headers.Fields[i].Name);
            _previous[i] = _last[bucket];
            _last[bucket] = i;
        }
    }

    /// <summary>Chooses fields by name.</summary>
    /// <param name="names">The names as the signature lists them.</param>
    /// <param name="self">The place of the signature's own field, which it never covers this way.</param>
    /// <param name="chosen">For each name the place of the field, or -1.</param>
    public void Choose(IReadOnlyList<ReadOnlyMemory<byte>> names, int self, List<int> chosen)
    {
        _round++;
        chosen.Clear();
        foreach (var name in names)
        {
            var at = _last[Bucket(name.Span)];
            while (at >= 0 && (at == self || _takenBy[at] == _round || !_headers.Fields[at].Is(name.Span))) at = _previous[at];
            if (at >= 0) _takenBy[at] = _round;
            chosen.Add(at);
        }
    }

    private static int Bucket(ReadOnlySpan<byte> name)
    {
        var hash = (uint)name.Length;
        foreach (var b in name) hash = (hash * 31) + (b | 0x20u);
        return (int)((hash ^ (hash >> 11)) % Buckets);
    }
}
