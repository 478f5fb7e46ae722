using System.Diagnostics.CodeAnalysis;

namespace Todoku.Relay.Queue;

/// <summary>The number of a message in the queue. It is never used again, also after a restart or when the clock was set back.</summary>
/// <param name="Value">1 to <see cref="MaxValue"/>.</param>
public readonly record struct QueueId(long Value) : IComparable<QueueId>
{
    /// <summary>The largest number: an <see cref="EntryId"/> keeps 16 bits for the recipient.</summary>
    public const long MaxValue = (1L << 47) - 1;

    // Without I, L, O and U, which are misread; a person may say it over the telephone.
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int MaxLength = 10;

    /// <summary>The number as people and logs write it: digits and capital letters.</summary>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxLength];
        var at = MaxLength;
        for (var rest = Value; rest > 0 && at > 0; rest >>= 5) text[--at] = Digits[(int)(rest & 31)];
        return at == MaxLength ? "0" : new string(text[at..]);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote, in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QueueId id)
    {
        id = default;
        if (text is null || text.Length is 0 or > MaxLength) return false;
        long value = 0;
        foreach (var c in text)
        {
            var digit = Digits.IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            if (digit < 0) return false;
            value = (value << 5) | (long)digit;
        }
        id = new QueueId(value);
        return value is > 0 and <= MaxValue;
    }

    /// <inheritdoc/>
    public int CompareTo(QueueId other) => Value.CompareTo(other.Value);

    public static bool operator <(QueueId left, QueueId right) => left.Value < right.Value;

    public static bool operator >(QueueId left, QueueId right) => left.Value > right.Value;

    public static bool operator <=(QueueId left, QueueId right) => left.Value <= right.Value;

    public static bool operator >=(QueueId left, QueueId right) => left.Value >= right.Value;
}
