using Microsoft.AspNetCore.Http;
using Todoku.Web.Hosting;

namespace Todoku.Web.Control;

/// <summary>Faults as problems of HTTP, and back.</summary>
internal static class ControlFaults
{
    public static ProblemBody ProblemOf(ControlFault fault) => Problems.Of(StatusOf(fault.Kind), QueueLines.NameOf(fault.Kind), TitleOf(fault.Kind)) with { Detail = fault.Detail };

    /// <summary>The fault that a problem was made of; null when it is none of these.</summary>
    public static ControlFault? FaultOf(ProblemBody problem)
    {
        foreach (var kind in Enum.GetValues<ControlFaultKind>())
            if (problem.Type.EndsWith(":" + QueueLines.NameOf(kind), StringComparison.Ordinal)) return new ControlFault(kind, problem.Detail ?? "");
        return null;
    }

    private static int StatusOf(ControlFaultKind kind) => kind switch
    {
        ControlFaultKind.NotQueued or ControlFaultKind.NotSuppressed or ControlFaultKind.NotBlocked => StatusCodes.Status404NotFound,
        ControlFaultKind.NotAllowed => StatusCodes.Status403Forbidden,
        ControlFaultKind.ListFull => StatusCodes.Status409Conflict,
        ControlFaultKind.NotKept or ControlFaultKind.NoAnswer or ControlFaultKind.OnlyRunning or ControlFaultKind.OtherVersion => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    private static string TitleOf(ControlFaultKind kind) => kind switch
    {
        ControlFaultKind.NotQueued => "There is no such message in the queue",
        ControlFaultKind.BadId => "This is no id of a message",
        ControlFaultKind.BadCause => "This is no cause",
        ControlFaultKind.BadState => "This is no state: waiting, sending or held",
        ControlFaultKind.BadSender => "This is no sender",
        ControlFaultKind.BadDomain => "This is no domain",
        ControlFaultKind.BadAddress => "This is no mail address",
        ControlFaultKind.NothingNamed => "All entries would be changed: say all, or name some",
        ControlFaultKind.NotSuppressed => "There is no such line on the suppression list",
        ControlFaultKind.ListFull => "The suppression list is full",
        ControlFaultKind.NotBlocked => "The provider holds nothing against this path",
        ControlFaultKind.NotKept => "The disk did not take it",
        ControlFaultKind.OnlyRunning => "This is known only while the relay runs",
        ControlFaultKind.NotAllowed => "Only root, the relay's user and its group may do this",
        _ => "A value is wrong",
    };
}
