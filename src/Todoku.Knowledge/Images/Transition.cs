namespace Todoku.Knowledge.Images;

/// <summary>One slot of the automaton's transition table.</summary>
/// <param name="Owner">The state whose transition this is; a slot that belongs to nobody has <see cref="Nobody"/>.</param>
/// <param name="Target">The next state; <see cref="ReportFlag"/> is set when literals end there.</param>
internal readonly record struct Transition(uint Owner, uint Target)
{
    /// <summary>Marks a target at which literals end.</summary>
    public const uint ReportFlag = 0x8000_0000;

    /// <summary>The owner of free slots.</summary>
    public const uint Nobody = uint.MaxValue;
}
