using Todoku.Smtp.Client.Outcomes;

namespace Todoku.Relay.Delivery.Decisions;

/// <summary>Decides what follows from an attempt.</summary>
public interface IDeliveryPolicy
{
    /// <summary>Decides for one recipient.</summary>
    /// <param name="outcome">How the attempt ended.</param>
    /// <param name="recipient">The recipient's place in the envelope of the attempt, from 0.</param>
    /// <param name="context">What is known around it.</param>
    DeliveryDecision Decide(SmtpAttemptOutcome outcome, int recipient, in DecisionContext context);
}
