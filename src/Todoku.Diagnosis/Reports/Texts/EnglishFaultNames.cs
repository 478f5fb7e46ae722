using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class EnglishFaultNames : FaultNames
{
    public override string Short(Fault fault) => fault switch
    {
        Fault.Sender => "on your side",
        Fault.Network => "in the network",
        Fault.Receiver => "on the receiver's side",
        Fault.Recipient => "at the recipients' end",
        Fault.Nobody => "nobody's fault",
    };

    public override string Long(Fault fault) => fault switch
    {
        Fault.Sender => "your side (server, DNS or messages)",
        Fault.Network => "the network your address is in (not necessarily you)",
        Fault.Receiver => "the receiving side",
        Fault.Recipient => "the recipients, not you",
        Fault.Nobody => "nobody (waiting is enough)",
    };
}
