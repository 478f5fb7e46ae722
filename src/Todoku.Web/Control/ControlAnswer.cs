namespace Todoku.Web.Control;

/// <summary>The answer to a question or wish of an administrator.</summary>
/// <typeparam name="T">What is answered.</typeparam>
public abstract record ControlAnswer<T>
{
    private ControlAnswer()
    {
    }

    /// <summary>It is answered, or done.</summary>
    /// <param name="Value">The answer.</param>
    public sealed record Done(T Value) : ControlAnswer<T>;

    /// <summary>It is not.</summary>
    /// <param name="Fault">Why.</param>
    public sealed record Failed(ControlFault Fault) : ControlAnswer<T>;

    /// <summary>An answer.</summary>
    public static implicit operator ControlAnswer<T>(T value) => new Done(value);

    /// <summary>A failure.</summary>
    public static implicit operator ControlAnswer<T>(ControlFault fault) => new Failed(fault);
}
