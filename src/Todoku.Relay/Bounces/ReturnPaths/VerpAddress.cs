using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Bounces.ReturnPaths;

/// <summary>
/// The local part of a return path that names its recipient: <c>b+ENTRY-DAYMAC</c>. ENTRY is the number of message and recipient, DAY the day on which it was
/// made, MAC the first 80 bits of HMAC-SHA256 over domain, entry and day. All is written in digits and small letters without i, l, o and u, and read in any
/// case, since servers on the way may change it; it has at most 35 octets of the 64 that a local part may have (RFC 5321, section 4.5.3.1.1).
/// </summary>
/// <param name="Entry">Message and recipient.</param>
/// <param name="Day">Days since the beginning of 2020, UTC.</param>
internal readonly record struct VerpAddress(EntryId Entry, int Day)
{
    private const string Prefix = "b+";
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int MaxEntryLength = 13;
    private const int DayLength = 3;
    private const int MacLength = 16;
    private const int MacOctets = 10;

    private static readonly DateTimeOffset FirstDay = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The day of a time.</summary>
    public static int DayOf(DateTimeOffset time) => Math.Clamp((int)(time - FirstDay).TotalDays, 0, (1 << (5 * DayLength)) - 1);

    /// <summary>The local part.</summary>
    public string Write(ReadOnlySpan<byte> secret, string domain)
    {
        Span<char> entry = stackalloc char[MaxEntryLength];
        var at = entry.Length;
        for (var rest = (ulong)Entry.Value; rest > 0 || at == entry.Length; rest >>= 5) entry[--at] = Digits[(int)(rest & 31)];
        return $"{Prefix}{entry[at..]}-{DayText()}{MacText(secret, domain)}";
    }

    /// <summary>Reads a local part.</summary>
    /// <returns>False when it has another form or none of the secrets made it.</returns>
    public static bool TryRead(ReadOnlySpan<char> localPart, IReadOnlyList<ReadOnlyMemory<byte>> secrets, string domain, out VerpAddress address)
    {
        address = default;
        var dash = localPart.IndexOf('-');
        if (!localPart.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || dash < 0) return false;
        var entry = localPart[Prefix.Length..dash];
        var rest = localPart[(dash + 1)..];
        if (entry.Length is 0 or > MaxEntryLength || rest.Length != DayLength + MacLength) return false;
        if (!TryNumber(entry, out var number) || number > long.MaxValue || !TryNumber(rest[..DayLength], out var day)) return false;
        var read = new VerpAddress(new EntryId((long)number), (int)day);
        Span<byte> claimed = stackalloc byte[MacLength];
        for (var i = 0; i < MacLength; i++) claimed[i] = (byte)char.ToLowerInvariant(rest[DayLength + i]);
        // Every secret is tried, and each compared to its end: how long it takes tells nothing.
        var isOurs = false;
        foreach (var secret in secrets) isOurs |= CryptographicOperations.FixedTimeEquals(claimed, Encoding.ASCII.GetBytes(read.MacText(secret.Span, domain)));
        if (isOurs) address = read;
        return isOurs;
    }

    private string DayText() => string.Create(DayLength, Day, static (text, day) =>
    {
        for (var i = text.Length - 1; i >= 0; i--, day >>= 5) text[i] = Digits[day & 31];
    });

    private string MacText(ReadOnlySpan<byte> secret, string domain)
    {
        var name = Encoding.UTF8.GetBytes(domain.ToLowerInvariant());
        var message = new byte[name.Length + 1 + sizeof(long) + sizeof(int)];
        name.CopyTo(message, 0);
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(name.Length + 1), Entry.Value);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(name.Length + 1 + sizeof(long)), Day);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, mac);
        var (bits, count) = (0, 0);
        var text = new StringBuilder(MacLength);
        foreach (var b in mac[..MacOctets])
        {
            bits = (bits << 8) | b;
            for (count += 8; count >= 5; count -= 5) text.Append(Digits[(bits >> (count - 5)) & 31]);
            bits &= 31;
        }
        return text.ToString();
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out ulong number)
    {
        number = 0;
        foreach (var c in text)
        {
            var digit = char.IsAscii(c) ? Digits.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) : -1;
            // The first of thirteen digits has room for four bits.
            if (digit < 0 || number >> 59 != 0) return false;
            number = (number << 5) | (uint)digit;
        }
        return true;
    }
}
