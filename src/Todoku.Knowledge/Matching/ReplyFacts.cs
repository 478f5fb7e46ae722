using Todoku.Mail;

namespace Todoku.Knowledge.Matching;

/// <summary>What rules ask of a reply besides its words.</summary>
/// <param name="Code">The reply code; 0 for none.</param>
/// <param name="Status">The enhanced code of the reply, else the one the log showed beside it.</param>
/// <param name="Stage">Where in the dialogue.</param>
/// <param name="IsLocal">Whether they are the sending server's own words.</param>
/// <param name="MayBeLocal">Whether they may be: words without any code may be anybody's.</param>
internal readonly record struct ReplyFacts(ushort Code, EnhancedStatusCode Status, SmtpStage Stage, bool IsLocal, bool MayBeLocal);
