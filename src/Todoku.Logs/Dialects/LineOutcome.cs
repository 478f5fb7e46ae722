namespace Todoku.Logs.Dialects;

/// <summary>What became of a line of a mail program.</summary>
internal enum LineOutcome : byte
{
    /// <summary>Its meaning is known; events may have been made of it.</summary>
    Understood,

    /// <summary>A delivery attempt, understood.</summary>
    Delivery,

    /// <summary>Not understood.</summary>
    NotUnderstood,

    /// <summary>It looks like a delivery attempt and was not understood.</summary>
    DeliveryNotUnderstood,

    /// <summary>Not the dialect's after all: belongs to no mail program.</summary>
    Foreign,
}
