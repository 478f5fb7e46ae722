using MimeKit;

namespace Todoku.Relay.Sendmail;

/// <summary>Reads lists of addresses as people and programs write them: with names, groups and comments.</summary>
public static class AddressList
{
    // Japanese mobile carriers issued addresses with dots where the grammar has none (foo..bar@docomo.ne.jp).
    // A comma parts addresses: what stands before it is no beginning of a name (root, "A B" <a@b.example>).
    private static readonly ParserOptions Lenient = new() { AddressParserComplianceMode = RfcComplianceMode.Looser, AllowUnquotedCommasInAddresses = false };

    /// <summary>The addresses without their names; null when one of them can't be read, so that none is lost without a word.</summary>
    /// <param name="octets">The list, in UTF-8 where it is not ASCII.</param>
    public static IReadOnlyList<string>? Read(byte[] octets)
    {
        if (!InternetAddressList.TryParse(Lenient, octets, out var list)) return null;
        string[] addresses = [.. list.Mailboxes.Select(mailbox => mailbox.Address)];
        return addresses.All(LocalAddress.Is) ? addresses : null;
    }
}
