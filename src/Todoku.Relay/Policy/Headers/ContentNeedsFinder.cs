using System.Text;
using Todoku.Relay.Intake;
using Todoku.Relay.Queue;

namespace Todoku.Relay.Policy.Headers;

/// <summary>
/// Decides what a message needs of servers, by what it holds, not by what its client said.
/// </summary>
/// <remarks>
/// <code>
/// 8BITMIME      an octet above 127 anywhere
/// SMTPUTF8      the sender is international, or the client asked for SMTPUTF8 and a header field is not ASCII (RFC 6531, section 3.2). Raw octets above 127 in
///               a header for which nobody asked SMTPUTF8 are older than it and go out as they came, as they do from Postfix. A recipient with such an address
///               is looked at when it is sent to: the others of the message don't need what it needs.
/// REQUIRETLS    the client said so (RFC 8689)
/// </code>
/// </remarks>
internal static class ContentNeedsFinder
{
    /// <summary>What the envelope and the header ask for.</summary>
    public static ContentNeeds OfHeader(Submission submission, ReadOnlySpan<byte> header)
    {
        var needs = OfOctets(header);
        if (submission.Sender is { IsInternational: true } || (submission.Parameters.IsInternational && needs != ContentNeeds.None)) needs |= ContentNeeds.Utf8;
        if (submission.Parameters.RequiresTls) needs |= ContentNeeds.Tls;
        return needs;
    }

    /// <summary>What octets ask for.</summary>
    public static ContentNeeds OfOctets(ReadOnlySpan<byte> octets) => Ascii.IsValid(octets) ? ContentNeeds.None : ContentNeeds.EightBit;
}
