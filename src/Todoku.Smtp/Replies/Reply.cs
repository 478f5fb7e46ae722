using Todoku.Mail;

namespace Todoku.Smtp.Replies;

/// <summary>One reply of a dialogue: its code, its enhanced status code where there is one, and its lines (RFC 5321, section 4.2; RFC 2034).</summary>
public sealed class Reply
{
    private byte[]? _octets;

    /// <summary>Makes it.</summary>
    /// <param name="code">The reply code, 200 to 599.</param>
    /// <param name="status">The enhanced status code, or none.</param>
    /// <param name="lines">The words of each line, without codes; at least one.</param>
    public Reply(ushort code, EnhancedStatusCode status, params IReadOnlyList<string> lines)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan<int>(code, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan<int>(code, 599);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentOutOfRangeException.ThrowIfZero(lines.Count);
        if (!status.IsNone && status.Class != code / 100) throw new ArgumentException($"{status} is no status of a reply {code}.", nameof(status));
        Code = code;
        Status = status;
        Lines = lines;
    }

    /// <summary>The reply code.</summary>
    public ushort Code { get; }

    /// <summary>The enhanced status code, or none.</summary>
    public EnhancedStatusCode Status { get; }

    /// <summary>The words of each line.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Whether the command was done (2yz).</summary>
    public bool IsPositive => Code < 300;

    /// <summary>Whether it failed for now (4yz).</summary>
    public bool IsTransient => Code is >= 400 and < 500;

    /// <summary>Whether it failed for good (5yz).</summary>
    public bool IsPermanent => Code >= 500;

    /// <summary>The reply as it goes over the wire. Made once: most replies are the same every time.</summary>
    internal ReadOnlySpan<byte> Octets => _octets ??= ReplyEncoder.Encode(this);

    /// <summary>A reply of one line with an enhanced status code of the code's own class.</summary>
    public static Reply Of(ushort code, ushort subject, ushort detail, string text) => new(code, new EnhancedStatusCode((byte)(code / 100), subject, detail), text);

    /// <summary>A reply of one line without an enhanced status code.</summary>
    public static Reply Of(ushort code, string text) => new(code, default, text);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', [Code.ToString(), .. Status.IsNone ? [] : new[] { Status.ToString() }, .. Lines]);
}
