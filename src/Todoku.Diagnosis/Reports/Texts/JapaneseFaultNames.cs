using Todoku.Knowledge;

namespace Todoku.Diagnosis.Reports.Texts;

internal sealed class JapaneseFaultNames : FaultNames
{
    public override string Short(Fault fault) => fault switch
    {
        Fault.Sender => "自分側",
        Fault.Network => "ネットワーク",
        Fault.Receiver => "受信側",
        Fault.Recipient => "受信者",
        Fault.Nobody => "なし",
    };

    public override string Long(Fault fault) => fault switch
    {
        Fault.Sender => "自分側（サーバー・DNS・メールの内容）",
        Fault.Network => "送信元IPアドレスのネットワーク（自分に非があるとは限りません）",
        Fault.Receiver => "受信側",
        Fault.Recipient => "受信者側（自分側の対応は不要）",
        Fault.Nobody => "誰にもありません（待てば解決します）",
    };
}
