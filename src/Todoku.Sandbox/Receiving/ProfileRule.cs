using Todoku.Mail;

namespace Todoku.Sandbox.Receiving;

/// <summary>A rule of a profile.</summary>
/// <param name="Stage">Where in the dialogue it is asked: the greeting, MAIL, RCPT, or the end of the message.</param>
/// <param name="When">All of these hold.</param>
/// <param name="Says">The rule of the knowledge whose sample is the reply; empty: the connection is closed without a word.</param>
/// <param name="Sample">Which of its samples, from 0.</param>
public sealed record ProfileRule(SmtpStage Stage, IReadOnlyList<Condition> When, string Says, int Sample);
