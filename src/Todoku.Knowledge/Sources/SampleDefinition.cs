using Todoku.Mail;

namespace Todoku.Knowledge.Sources;

/// <summary>A real reply that a rule must decide.</summary>
/// <param name="Reply">As logged.</param>
/// <param name="Stage">Where in the dialogue.</param>
/// <param name="Relay">The host that said it; may be empty.</param>
/// <param name="Recipient">The recipient's domain; may be empty.</param>
/// <param name="Status">The status that the log showed beside it.</param>
/// <param name="IsLocal">Whether they are the sending server's own words.</param>
/// <param name="CauseOnly">Whether another rule of the same cause may decide it.</param>
/// <param name="Line">Where it stands.</param>
internal sealed record SampleDefinition(
    string Reply, SmtpStage Stage, string Relay, string Recipient, EnhancedStatusCode Status, bool IsLocal, bool CauseOnly, int Line);
