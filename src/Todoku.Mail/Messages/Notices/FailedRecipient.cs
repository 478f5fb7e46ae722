namespace Todoku.Mail.Messages.Notices;

/// <summary>What a bounce says of one recipient (RFC 3464, section 2.3).</summary>
/// <param name="Address">The recipient; empty when it is not told.</param>
/// <param name="Action">What happened: <c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c>, <c>expanded</c>.</param>
/// <param name="Status">The enhanced status code; empty when it is not told.</param>
/// <param name="Diagnostic">The words of the server that refused, without the type before them.</param>
/// <param name="RemoteHost">The server that refused; empty when it was the reporting one itself.</param>
public sealed record FailedRecipient(string Address, string Action, string Status, string Diagnostic, string RemoteHost);
