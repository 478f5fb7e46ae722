using System.Net;
using Todoku.Knowledge;

namespace Todoku.Sandbox.Receiving;

/// <summary>What is at hand to be put into a reply.</summary>
/// <param name="Address">The client's address in the world.</param>
/// <param name="Hello">The name that it said.</param>
/// <param name="Sender">The envelope sender; empty for the null sender.</param>
/// <param name="AuthorDomain">The domain of the From field; empty before the message is there.</param>
/// <param name="Recipient">A recipient; empty before one was named.</param>
public sealed record ReplyValues(IPAddress Address, string Hello, string Sender, string AuthorDomain, string Recipient)
{
    private string SenderDomain => Sender.LastIndexOf('@') is >= 0 and var at ? Sender[(at + 1)..] : Hello;

    /// <summary>The value of a name of <see cref="ReplyValueNames"/>; null when a reply keeps its own.</summary>
    public string? Of(string name) => name switch
    {
        ReplyValueNames.Ip => Address.ToString(),
        ReplyValueNames.Domain or ReplyValueNames.DmarcDomain or ReplyValueNames.DkimDomain => AuthorDomain.Length > 0 ? AuthorDomain : SenderDomain,
        ReplyValueNames.SpfDomain => SenderDomain,
        ReplyValueNames.Sender => Sender,
        ReplyValueNames.Recipient => Recipient,
        ReplyValueNames.Helo => Hello,
        _ => null,
    };
}
