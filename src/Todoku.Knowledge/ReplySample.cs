using Todoku.Mail;

namespace Todoku.Knowledge;

/// <summary>A real reply that a rule was made from.</summary>
/// <param name="Text">The reply as logs have it: its lines joined by a space, each with its codes.</param>
/// <param name="Stage">Where in the dialogue it was said, when its words alone don't tell.</param>
public sealed record ReplySample(string Text, SmtpStage Stage);
