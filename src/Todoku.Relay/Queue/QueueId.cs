using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Todoku.Relay.Queue;

/// <summary>The number of a message in the queue. It is never used again, also after a restart or when the clock was set back.</summary>
/// <param name="Value">1 to <see cref="MaxValue"/>.</param>
public readonly record struct QueueId(long Value) : IComparable<QueueId>
{
    /// <summary>The largest number: an <see cref="EntryId"/> keeps 16 bits for the recipient.</summary>
    public const long MaxValue = (1L << 47) - 1;

    // As Postfix writes its own: whoever reads mail logs knows them, and they can be said over the telephone.
    private const int MinLength = 6;

    private const int MaxLength = 12;

    /// <summary>The number as people and logs write it: capital hexadecimal digits, at least six.</summary>
    public override string ToString() => Value.ToString($"X{MinLength}", CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote, in either case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out QueueId id)
    {
        id = default;
        if (text is null || text.Length is 0 or > MaxLength) return false;
        if (!long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) return false;
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
